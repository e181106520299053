package io.github.dnscli.osh.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Zones are edited by users who make mistakes, and who are not alone.
@Timeout(60)
class EditTest {

    @TempDir Path folder;

    /// A user who answers what was agreed beforehand, and whose questions are remembered.
    private static final class Scripted implements Answers {
        private final ArrayDeque<String> answers;
        private final List<String> questions = new ArrayList<>();

        Scripted(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public Optional<String> to(String question) {
            questions.add(question);
            return Optional.ofNullable(answers.poll());
        }
    }

    private static CommandRun edit(TestZone zone, Answers answers, String editor)
            throws IOException {
        return zone.run(new ZoneCommand(answers), zone.editor(editor), "edit");
    }

    private List<Path> leftovers() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ours", "named", "knotd"})
    void editIsApplied(String server) throws Exception {
        try (var zone = TestZone.at(server, folder)) {
            var user = new Scripted("y");
            var run = edit(zone, user, "sed -i s/192.0.2.1/192.0.2.8/ \"$1\"");
            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.YES);
            assertThat(run.output())
                    .isEqualTo(
                            """
                            - mail.example.test. 3600 IN A 192.0.2.1
                            + mail.example.test. 3600 IN A 192.0.2.8
                            2 changes applied to zone 'example.test' at %s, serial 8
                            """
                                    .formatted(zone.address().display()));
            assertThat(user.questions)
                    .containsExactly(
                            "apply 2 changes to zone 'example.test' at %s? [y/N/e to edit again]"
                                    .formatted(zone.address().display()));
            assertThat(zone.data("mail", "A")).containsExactly("3600 192.0.2.8");
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    void textIsForTheUserAlone() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            edit(
                    zone,
                    new Scripted(),
                    "ls -l \"$1\" > "
                            + folder
                            + "/mode; ls -ld \"${1%/*}\" >> "
                            + folder
                            + "/mode");
            assertThat(Files.readString(folder.resolve("mode")))
                    .startsWith("-rw-------")
                    .contains("\ndrwx------");
        }
    }

    @Test
    void untouchedTextChangesNothing() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run = edit(zone, new Scripted(), "true");
            assertThat(run.status()).isEqualTo(ExitStatus.YES);
            assertThat(run.output()).contains("stays as it is: nothing has changed in the text");
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    void brokenEditIsRefusedAndKept() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var user = new Scripted("n");
            var run = edit(zone, user, "sed -i s/192.0.2.1/192.0.2/ \"$1\"");
            assertThat(run.status()).isEqualTo(ExitStatus.NO);
            assertThat(run.output()).contains("example.test.zone:16:").contains(": error: ");
            assertThat(user.questions).containsExactly("edit again? [Y/n]");
            var kept = leftovers().getFirst().resolve("example.test.zone");
            assertThat(run.errors()).contains("your text lies in '" + kept + "'");
            assertThat(kept).content().contains("192.0.2\n");
            assertThat(zone.data("mail", "A")).containsExactly("3600 192.0.2.1");
        }
    }

    @Test
    void brokenEditIsMended() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run =
                    edit(
                            zone,
                            new Scripted("", "y"),
                            "if grep -q 'oops' \"$1\"; then sed -i s/oops/192.0.2.7/ \"$1\";"
                                    + " else sed -i s/192.0.2.1/oops/ \"$1\"; fi");
            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.YES);
            assertThat(zone.data("mail", "A")).containsExactly("3600 192.0.2.7");
        }
    }

    @Test
    void failingEditorChangesNothing() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run = edit(zone, new Scripted("y"), "sed -i s/192.0.2.1/192.0.2.7/ \"$1\"; exit 4");
            assertThat(run.status()).isEqualTo(ExitStatus.NO);
            assertThat(run.errors())
                    .contains("the editor ended with status 4")
                    .contains("your text lies in");
            assertThat(zone.data("mail", "A")).containsExactly("3600 192.0.2.1");
        }
    }

    /// A user during whose thinking others change the zone.
    private static Answers meanwhile(TestZone zone, Update update, String... answers) {
        var user = new Scripted(answers);
        return question -> {
            if (user.questions.isEmpty()) {
                zone.update(update);
            }
            return user.to(question);
        };
    }

    private static ResourceRecord address(String name, String address) {
        return ResourceRecord.of(name + ".example.test", 3600, RecordType.A, address);
    }

    @Test
    void editGoesOnTopOfWhatOthersChange() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var others = Update.of(TestZone.NAME).add(address("mail", "192.0.2.100"));
            var run =
                    edit(
                            zone,
                            meanwhile(zone, others, "y", "y", "y"),
                            "grep -q 192.0.2.8 \"$1\" || sed -i '/192.0.2.1$/{p;s/2.1$/2.8/}' \"$1\"");
            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.YES);
            assertThat(run.output())
                    .contains(
                            "changed at the server meanwhile:\n",
                            "+ mail.example.test. 3600 IN A 192.0.2.100\n");
            assertThat(run.errors()).contains("has changed meanwhile").contains("NXRRSET");
            assertThat(zone.data("mail", "A"))
                    .containsExactly("3600 192.0.2.1", "3600 192.0.2.8", "3600 192.0.2.100");
        }
    }

    @Test
    void changesOfOthersElsewhereDoNotMatter() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var others = Update.of(TestZone.NAME).add(address("other", "192.0.2.100"));
            var run =
                    edit(
                            zone,
                            meanwhile(zone, others, "y"),
                            "sed -i s/192.0.2.1$/192.0.2.8/ \"$1\"");
            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.YES);
            assertThat(zone.data("other", "A")).containsExactly("3600 192.0.2.100");
        }
    }

    @Test
    void conflictIsShownAndLeftToTheUser() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var name = DomainName.of("mail.example.test");
            var others =
                    Update.of(TestZone.NAME)
                            .deleteSet(name, RecordType.A)
                            .add(address("mail", "192.0.2.100"));
            var run =
                    edit(
                            zone,
                            meanwhile(zone, others, "y", "n"),
                            "sed -i s/192.0.2.1$/192.0.2.8/ \"$1\"");
            assertThat(run.status()).isEqualTo(ExitStatus.NO);
            assertThat(run.output())
                    .contains("in conflict with it, and left out:\n- mail")
                    .contains("+ mail.example.test. 3600 IN A 192.0.2.8\n");
            assertThat(zone.data("mail", "A")).containsExactly("3600 192.0.2.100");
            assertThat(leftovers()).hasSize(1);
        }
    }

    @Test
    void fileOfTheUserIsEdited() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            zone.file("my.zone", TestZone.TEXT);
            var run =
                    zone.run(
                            new ZoneCommand(Answers.NOBODY),
                            zone.editor("sed -i s/192.0.2.1$/192.0.2.8/ \"$1\""),
                            "edit",
                            "--yes",
                            "my.zone");
            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.YES);
            assertThat(folder.resolve("my.zone")).content().contains("192.0.2.8");
            assertThat(zone.data("mail", "A")).containsExactly("3600 192.0.2.8");
        }
    }

    @Test
    void missingEditorIsTold() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run = zone.run(new ZoneCommand(Answers.NOBODY), "edit");
            assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(run.errors()).contains("no editor is known").contains("EDITOR");
        }
    }
}
