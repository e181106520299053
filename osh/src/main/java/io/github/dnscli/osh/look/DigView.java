package io.github.dnscli.osh.look;

import io.github.dnscli.cli.Color;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.FailedReply;
import io.github.dnscli.common.finding.SafeText;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.wire.EdnsOption;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Shows what a server said.
///
/// @param form how
/// @param console where
record DigView(DigOptions.Form form, Console console) {

    /// Shows it.
    ///
    /// @return what to tell the shell: yes if there is an answer
    ExitStatus show(Dug dug) {
        return switch (dug.reply()) {
            case Reply.Failed failed -> FailedReply.tell(dug.server(), failed, console);
            case Reply.Accepted(var message) -> {
                switch (form) {
                    case FULL -> full(message, dug);
                    case SHORT -> console.print(data(message.answers()));
                    case JSON -> new DigJson(console).write(message, dug);
                }
                yield status(message);
            }
        };
    }

    private static ExitStatus status(Message message) {
        if (message.rcode().equals(Rcode.SERVFAIL)) {
            return ExitStatus.UNKNOWN;
        }
        boolean found = message.rcode().equals(Rcode.NOERROR) && hasAnswer(message);
        return found ? ExitStatus.YES : ExitStatus.NO;
    }

    /// An alias alone, whose target the server does not know, is none.
    private static boolean hasAnswer(Message message) {
        return message.question()
                .map(Question::type)
                .map(
                        type ->
                                type.equals(RecordType.ANY)
                                        ? message.answers()
                                        : message.answers(type))
                .filter(answers -> !answers.isEmpty())
                .isPresent();
    }

    private static String data(List<MessageRecord> records) {
        return records.stream()
                .flatMap(record -> record.data().stream())
                .map(data -> data.text() + "\n")
                .collect(Collectors.joining());
    }

    private void full(Message message, Dug dug) {
        var lines = new StringBuilder();
        lines.append(head(message)).append('\n');
        errors(message).forEach(error -> lines.append(";; ").append(error.words()).append('\n'));
        section("answer", message.answers(), lines);
        section("authority", message.authority(), lines);
        section("additional", message.additional(), lines);
        lines.append(
                comment(
                        "from %s in %s ms"
                                .formatted(dug.server().display(), dug.time().toMillis())));
        console.answer(lines.toString());
    }

    private String head(Message message) {
        var color = message.rcode().equals(Rcode.NOERROR) ? Color.GREEN : Color.RED;
        String question = message.question().map(Object::toString).orElse("no question");
        return ";; %s: %s, flags%s"
                .formatted(
                        question,
                        console.paint(color, message.rcode().toString()),
                        flags(message).stream()
                                .map(flag -> " " + flag)
                                .collect(Collectors.joining()));
    }

    private void section(String name, List<MessageRecord> records, StringBuilder lines) {
        if (!records.isEmpty()) {
            lines.append(comment(name)).append('\n');
            lines.append(RecordLines.of(records));
        }
    }

    private String comment(String text) {
        return console.paint(Color.CYAN, ";; " + text);
    }

    /// {@return the flags that are set, in the order of the header}
    static List<String> flags(Message message) {
        return Arrays.stream(Flag.values())
                .filter(message::has)
                .map(flag -> flag.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// {@return what the server says about the outcome, safe to show}
    static List<EdnsOption.ExtendedError> errors(Message message) {
        return message.edns().stream()
                .flatMap(edns -> edns.options().stream())
                .filter(EdnsOption.ExtendedError.class::isInstance)
                .map(EdnsOption.ExtendedError.class::cast)
                .map(e -> new EdnsOption.ExtendedError(e.code(), SafeText.of(e.text())))
                .toList();
    }
}
