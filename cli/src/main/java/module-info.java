/// The porch shared by the commands.
module io.github.dnscli.cli {
    requires transitive io.github.dnscli.common;
    requires transitive info.picocli;
    requires static org.jspecify;

    exports io.github.dnscli.cli;
    exports io.github.dnscli.cli.document;
    exports io.github.dnscli.cli.usage;
}
