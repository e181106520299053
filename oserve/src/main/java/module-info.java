/// The server command.
module io.github.dnscli.oserve {
    requires io.github.dnscli.certifier;
    requires io.github.dnscli.cli;
    requires io.github.dnscli.gitstore;
    requires io.github.dnscli.server;
    requires jdk.httpserver;
    requires jdk.unsupported;
    requires static org.jspecify;

    exports io.github.dnscli.oserve;
}
