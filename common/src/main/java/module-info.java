/// Names, records, zones, zone files, messages, keys, requests and checks.
module io.github.dnscli.common {
    requires static org.jspecify;

    exports io.github.dnscli.common.check;
    exports io.github.dnscli.common.finding;
    exports io.github.dnscli.common.name;
    exports io.github.dnscli.common.record;
    exports io.github.dnscli.common.text;
    exports io.github.dnscli.common.key;
    exports io.github.dnscli.common.wire;
    exports io.github.dnscli.common.transport;
    exports io.github.dnscli.common.request;
    exports io.github.dnscli.common.zone;
}
