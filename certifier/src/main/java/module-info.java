/// Signing requests in zones become certificates: whose names, when, and by which authority.
module io.github.dnscli.certifier {
    requires static org.jspecify;
    requires transitive io.github.dnscli.certificate;
    requires transitive io.github.dnscli.common;
    requires org.bouncycastle.provider;

    exports io.github.dnscli.certifier;
}
