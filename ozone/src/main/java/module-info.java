/// Checks zone files, alone and against their predecessors.
module io.github.dnscli.ozone {
    requires io.github.dnscli.certificate;
    requires transitive io.github.dnscli.cli;
    requires static org.jspecify;

    exports io.github.dnscli.ozone;
}
