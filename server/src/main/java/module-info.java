/// An authoritative name server to embed.
module io.github.dnscli.server {
    requires transitive io.github.dnscli.common;
    requires static org.jspecify;

    exports io.github.dnscli.server;
    exports io.github.dnscli.server.event;
    exports io.github.dnscli.server.secondary;
    exports io.github.dnscli.server.state;
}
