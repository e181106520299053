/// Signing requests in zones become certificates: whose names, when, and by which authority.
module io.github.dnscli.certifier {
    requires static org.jspecify;
    requires transitive io.github.dnscli.certificate;
    requires transitive io.github.dnscli.common;
    requires transitive io.github.dnscli.server;
    requires java.net.http;
    requires org.bouncycastle.provider;
    requires org.shredzone.acme4j;

    exports io.github.dnscli.certifier;
    exports io.github.dnscli.certifier.acme;
    exports io.github.dnscli.certifier.authority;
    exports io.github.dnscli.certifier.challenge;
    exports io.github.dnscli.certifier.ledger;
    exports io.github.dnscli.certifier.own;
    exports io.github.dnscli.certifier.policy;
    exports io.github.dnscli.certifier.primary;
    exports io.github.dnscli.certifier.state;
}
