package press.broadsheet.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import org.postgresql.Driver;

/**
 * PostgreSQL's driver, with {@link Statements} told of every statement that is sent. Here, below the connection pool, and not
 * in Hibernate, because here nothing passes by.
 */
public final class CountingDriver extends Driver {
    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Connection connection = super.connect(url, info);
        return connection == null ? null : proxy(Connection.class, new CountingConnection(connection));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CountingDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private record CountingConnection(Connection connection) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result = call(connection, method, arguments);
            if (result instanceof CallableStatement callable) {
                return proxy(CallableStatement.class, new CountingStatement(callable));
            }
            if (result instanceof PreparedStatement prepared) {
                return proxy(PreparedStatement.class, new CountingStatement(prepared));
            }
            return result instanceof Statement statement
                    ? proxy(Statement.class, new CountingStatement(statement))
                    : result;
        }
    }

    private record CountingStatement(Statement statement) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            long sent = System.nanoTime();
            try {
                return call(statement, method, arguments);
            } finally {
                Statements.answered(System.nanoTime() - sent);
            }
        }
    }
}
