package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `zone edit`: the user edits the zone, and what he changes is applied.
///
/// @param answers the user
record EditCommand(Answers answers) implements ServedZoneCommand {

    @Override
    public CommandSpec spec() {
        var spec = ServedZoneCommand.spec("edit", "Edit the zone and apply what changes.");
        spec.addOption(YesOption.option());
        spec.addPositional(
                FileArgument.optional(
                        "Edit this zone file instead of what is served, and apply it."));
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Opens the zone in an editor, checks the text once the editor is left, shows what changes, asks,"
                                + " and has the server make the changes. A text with errors is not applied; it can be"
                                + " edited again. Leaving the text as it is changes nothing.",
                        "If the zone has changed at the server meanwhile where it is to be changed, the differences are"
                                + " shown, and one's own are made again on top of them, to be edited again. What"
                                + " clashes is left as the server has it, and told in comments.",
                        "A text that was not applied is kept, and it is said where it lies.")
                .variable("VISUAL", "The editor; else EDITOR, vi or nano.")
                .example("Edit the zone.", "zone edit");
    }

    @Override
    public ExitStatus run(ServedZone zone, ParseResult parsed, Console console) throws IOException {
        var editor = Editor.of(zone.world());
        if (editor.isEmpty()) {
            console.error("no editor is known: neither vi nor nano is installed");
            console.hint("name one by the environment variable EDITOR");
            return ExitStatus.UNKNOWN;
        }
        return switch (zone.fetch()) {
            case Fetched.Whole(var served) -> edit(editor.get(), zone, served, parsed, console);
            case Fetched.Denied(var reply) -> Denial.ofTransfer(zone, reply, console);
        };
    }

    private ExitStatus edit(
            Editor editor, ServedZone zone, Zone served, ParseResult parsed, Console console)
            throws IOException {
        var own = Optional.<String>ofNullable(parsed.matchedPositionalValue(0, null));
        var draft =
                own.isPresent()
                        ? Draft.own(zone.world().file(own.get()))
                        : Draft.secret(zone.world(), zone.name());
        if (own.isEmpty()) {
            draft.write(DraftText.of(zone, served));
            // Said beforehand: who is interrupted may hear nothing any more.
            console.event("the text lies in '%s' until it is applied".formatted(draft.file()));
        }
        return new EditSession(zone, editor, draft, YesOption.consent(answers, parsed), console)
                .run(served);
    }
}
