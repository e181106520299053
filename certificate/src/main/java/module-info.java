/// The TLSA road: signing requests and certificates, from DNS records to a verified chain.
module io.github.dnscli.certificate {
    requires static org.jspecify;
    requires transitive io.github.dnscli.common;
    requires org.bouncycastle.provider;

    exports io.github.dnscli.certificate;
    exports io.github.dnscli.certificate.fetch;
    exports io.github.dnscli.certificate.service;
    exports io.github.dnscli.certificate.upload;
}
