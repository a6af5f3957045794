package press.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.OpenApiDocument;

/** The contract is frozen: whoever changes it says so, by {@code -Dopenapi.update=true} and a reviewed difference. */
@QuarkusTest
class OpenApiContractTest {
    @Test
    void the_document_is_the_frozen_one() throws IOException {
        String served =
                RestAssured.get("/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(OpenApiDocument.FILE, served);
        }

        assertThat(served)
                .as("the OpenAPI document; if the change is meant, run this test with -Dopenapi.update=true")
                .isEqualTo(Files.readString(OpenApiDocument.FILE));
    }

    @Test
    void it_is_yaml_unless_json_is_asked_for() {
        RestAssured.get("/openapi").then().contentType("application/yaml");
        RestAssured.get("/openapi?format=json").then().contentType("application/json");
        RestAssured.given()
                .accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }
}
