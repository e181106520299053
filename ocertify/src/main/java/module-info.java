/// Asks for a certificate through the DNS, and stores it once it is there.
module io.github.dnscli.ocertify {
    requires io.github.dnscli.certificate;
    requires transitive io.github.dnscli.cli;
    requires static org.jspecify;

    exports io.github.dnscli.ocertify;
}
