/// Sets the address of a host in a zone.
module io.github.dnscli.oupdate {
    requires transitive io.github.dnscli.cli;
    requires static org.jspecify;

    exports io.github.dnscli.oupdate;
}
