/// Tells a name server that a zone has changed.
module io.github.dnscli.onotify {
    requires transitive io.github.dnscli.cli;
    requires static org.jspecify;

    exports io.github.dnscli.onotify;
}
