package io.github.dnscli.common.wire;

import io.github.dnscli.common.record.RecordType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A DNS message (RFC 1035 §4), its OPT record read and its TSIG record left out.
///
/// @param id 0 to 65535
/// @param opcode what it is about
/// @param flags the header's bits
/// @param rcode the outcome, in replies
/// @param questions what it asks; in an UPDATE, the zone
/// @param answers answers; in an UPDATE, prerequisites
/// @param authority authority; in an UPDATE, the changes
/// @param additional what goes with it
/// @param edns what the OPT record says, if there is one
public record Message(
        int id,
        Opcode opcode,
        Set<Flag> flags,
        Rcode rcode,
        List<Question> questions,
        List<MessageRecord> answers,
        List<MessageRecord> authority,
        List<MessageRecord> additional,
        Optional<Edns> edns) {

    /// Copies the lists.
    public Message {
        flags = Set.copyOf(flags);
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        authority = List.copyOf(authority);
        additional = List.copyOf(additional);
    }

    /// {@return a request with one question and nothing else}
    public static Message request(int id, Opcode opcode, Question question) {
        return new Message(
                id,
                opcode,
                Set.of(),
                Rcode.NOERROR,
                List.of(question),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// {@return an empty reply to this request: its id and opcode, the bits RD and CD as they were, and its question; of
    /// several questions none, which could make a reply of any length}
    public Message reply(Rcode outcome) {
        var bits = EnumSet.of(Flag.QR);
        for (var echoed : List.of(Flag.RD, Flag.CD)) {
            if (has(echoed)) {
                bits.add(echoed);
            }
        }
        return new Message(
                id,
                opcode,
                bits,
                outcome,
                questions.size() == 1 ? questions : List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// {@return whether a bit of the header is set}
    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /// {@return the first question, if there is one}
    public Optional<Question> question() {
        return questions.stream().findFirst();
    }

    /// {@return the answers of one type}
    public List<MessageRecord> answers(RecordType type) {
        return answers.stream().filter(answer -> answer.type().equals(type)).toList();
    }

    /// {@return the same with another id}
    public Message withId(int other) {
        return new Message(
                other, opcode, flags, rcode, questions, answers, authority, additional, edns);
    }

    /// {@return the same with another outcome}
    public Message withRcode(Rcode other) {
        return new Message(
                id, opcode, flags, other, questions, answers, authority, additional, edns);
    }

    /// {@return the same with these bits set as well}
    public Message withFlags(Collection<Flag> more) {
        var bits = EnumSet.noneOf(Flag.class);
        bits.addAll(flags);
        bits.addAll(more);
        return new Message(
                id, opcode, bits, rcode, questions, answers, authority, additional, edns);
    }

    /// {@return the same with other questions}
    public Message withQuestions(List<Question> others) {
        return new Message(id, opcode, flags, rcode, others, answers, authority, additional, edns);
    }

    /// {@return the same with other sections}
    public Message withSections(
            List<MessageRecord> newAnswers,
            List<MessageRecord> newAuthority,
            List<MessageRecord> newAdditional) {
        return new Message(
                id, opcode, flags, rcode, questions, newAnswers, newAuthority, newAdditional, edns);
    }

    /// {@return the same with another OPT record}
    public Message withEdns(Optional<Edns> other) {
        return new Message(
                id, opcode, flags, rcode, questions, answers, authority, additional, other);
    }
}
