package io.github.dnscli.cli.document;

/// Descriptions in a model are format strings; this is what they say.
final class CommandLineText {

    private CommandLineText() {}

    static String plain(String[] description) {
        return String.join(" ", description).replace("%n", "\n").replace("%%", "%");
    }
}
