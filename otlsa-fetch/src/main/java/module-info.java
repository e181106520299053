/// Fetches a certificate chain from TLSA records, verifies it, and keeps it in a file.
module io.github.dnscli.otlsafetch {
    requires io.github.dnscli.certificate;
    requires transitive io.github.dnscli.cli;
    requires static org.jspecify;

    exports io.github.dnscli.otlsafetch;
}
