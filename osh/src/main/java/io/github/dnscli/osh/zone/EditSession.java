package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.zone.RecordChange;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneMerge;
import java.io.IOException;

/// Editing, checking, asking and applying, until the zone is changed or the user gives up. What he wrote is never lost.
final class EditSession {

    private final ServedZone at;
    private final Editor editor;
    private final Draft draft;
    private final Consent consent;
    private final Console console;

    EditSession(ServedZone at, Editor editor, Draft draft, Consent consent, Console console) {
        this.at = at;
        this.editor = editor;
        this.draft = draft;
        this.consent = consent;
        this.console = console;
    }

    /// How a turn ends.
    private sealed interface Turn {

        /// The text is to be edited again.
        ///
        /// @param base the zone as it is now known to be served
        record Again(Zone base) implements Turn {}

        /// The session is over.
        record End(ExitStatus status) implements Turn {}
    }

    ExitStatus run(Zone served) throws IOException {
        try {
            var base = served;
            while (true) {
                switch (turn(base)) {
                    case Turn.Again(var newer) -> base = newer;
                    case Turn.End(var status) -> {
                        return status;
                    }
                }
            }
        } catch (IOException trouble) {
            tellPlace();
            throw trouble;
        }
    }

    private Turn turn(Zone base) throws IOException {
        int status = editor.edit(draft.file());
        if (status != 0) {
            console.error(
                    "%s stays as it is: the editor ended with status %s"
                            .formatted(at.display(), status));
            return kept(ExitStatus.NO);
        }
        var text = LocalZone.read(at, draft.file().toString());
        var proposal = new Proposal(base, text.zone());
        if (!text.isBroken() && proposal.changes().isEmpty()) {
            proposal.show(console);
            return unchanged();
        }
        text.showFindings(console);
        return text.isBroken() ? broken(base) : propose(proposal);
    }

    private Turn unchanged() throws IOException {
        draft.discard();
        console.confirm(at.display() + " stays as it is: nothing has changed in the text");
        return new Turn.End(ExitStatus.YES);
    }

    private Turn broken(Zone base) throws IOException {
        console.error(at.display() + " stays as it is: the text has errors");
        return again("edit again? [Y/n]", base);
    }

    private Turn again(String question, Zone base) throws IOException {
        boolean wanted = isWanted(question);
        return wanted ? new Turn.Again(base) : kept(ExitStatus.NO);
    }

    /// Who only presses return wants to; who is not there does not.
    private boolean isWanted(String question) throws IOException {
        return !consent.isGiven()
                && consent.answers()
                        .letter(question)
                        .filter(letter -> !letter.equals("n"))
                        .isPresent();
    }

    private Turn propose(Proposal proposal) throws IOException {
        proposal.show(console);
        return switch (consent.ask(at, proposal, "[y/N/e to edit again]")) {
            case YES -> apply(proposal);
            case AGAIN -> new Turn.Again(proposal.fetched());
            case NOBODY -> kept(Consent.tellNobody(at, console));
            case NO -> {
                console.error(at.display() + " stays as it is");
                yield kept(ExitStatus.NO);
            }
        };
    }

    private Turn apply(Proposal proposal) throws IOException {
        var applier = new Applier(at, console);
        return switch (applier.apply(proposal)) {
            case Applied.Done done -> {
                draft.discard();
                yield new Turn.End(applier.tell(done, proposal));
            }
            case Applied.Failed failed -> kept(applier.tell(failed));
            case Applied.Moved moved -> {
                applier.tell(moved);
                yield rebase(proposal);
            }
        };
    }

    private Turn rebase(Proposal proposal) throws IOException {
        return switch (at.fetch()) {
            case Fetched.Denied(var reply) -> kept(Denial.ofTransfer(at, reply, console));
            case Fetched.Whole(var now) -> rebase(proposal, now);
        };
    }

    private Turn rebase(Proposal proposal, Zone now) throws IOException {
        var theirs = OwnRecords.of(now);
        var merge = ZoneMerge.of(proposal.before(), proposal.after(), theirs);
        console.answer("changed at the server meanwhile:");
        ChangeLines.show(RecordChange.between(proposal.before(), theirs), console);
        if (!merge.conflicts().isEmpty()) {
            console.answer("in conflict with it, and left out:");
            merge.conflicts().forEach(change -> ChangeLines.show(RecordChange.of(change), console));
        }
        if (!isWanted("edit again on top of it? [Y/n]")) {
            return kept(ExitStatus.NO);
        }
        var old = draft.replace(DraftText.of(at, now, merge.zone(), merge.conflicts()));
        console.hint("your text as it was lies in '" + old + "'");
        return new Turn.Again(now);
    }

    private Turn kept(ExitStatus status) {
        tellPlace();
        return new Turn.End(status);
    }

    private void tellPlace() {
        console.error("your text lies in '%s'".formatted(draft.file()));
    }
}
