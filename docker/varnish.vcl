# Varnish in front of Broadsheet, with vmod_xkey (package varnish-modules): answers are dropped by their keys as soon as something that
# they are made of has changed. BROADSHEET_PURGE_DIALECT=varnish, BROADSHEET_PURGE_URL=http://varnish/
vcl 4.1;

import xkey;

backend default {
    .host = "broadsheet";
    .port = "8080";
}

acl purgers {
    "broadsheet";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ purgers) {
            return (synth(403));
        }
        xkey.purge(req.http.xkey);
        return (synth(200));
    }
    if (req.url ~ "^/v1/manage" || req.http.Authorization) {
        return (pass);
    }
}

sub vcl_backend_response {
    set beresp.http.xkey = beresp.http.Surrogate-Key;
}

sub vcl_deliver {
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
    unset resp.http.Cache-Tag;
}
