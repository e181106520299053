package io.github.dnscli.server.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.transport.NoReplyException;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of RFC 2136 §3.1 to §3.6 as a table, held against a running server.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UpdateTableTest {

    static final DomainName ZONE = DomainName.of("example.com");
    static final String TEXT =
            """
            $TTL 3600
            @    SOA ns1 admin 1000 7200 900 1209600 300
            @    NS  ns1
            @    NS  ns2
            ns1  A   127.0.0.1
            ns2  A   127.0.0.2
            """;
    static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("k._update.example.com"),
                    TsigAlgorithm.SHA256,
                    "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final AtomicInteger names = new AtomicInteger();
    private AutoCloseable running = () -> {};

    /// Starts a server with the zone, which the key may change and fetch.
    abstract AutoCloseable start() throws IOException;

    abstract ServerAddress address(AutoCloseable server);

    /// {@return its word in the table}
    abstract String server();

    @BeforeAll
    void startServer() throws IOException {
        running = start();
    }

    @AfterAll
    void stopServer() throws Exception {
        running.close();
    }

    /// Some cases would be the end of some servers; the guide says which.
    List<UpdateCase> cases() {
        return UpdateCase.all().stream().filter(row -> row.isAsked(server())).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void evaluatesUpdates(UpdateCase row) throws IOException {
        var name = ZONE.child("c" + names.incrementAndGet());
        var given = records(row.given(), new CaseText(ZONE, name, new Serial(1)));
        if (!given.isEmpty()) {
            var zone = List.of(Question.of(ZONE, RecordType.SOA));
            assertThat(outcome(message(zone, List.of(), given, List.of()), true))
                    .isEqualTo("NOERROR");
        }
        var before = transfer();
        var text = new CaseText(ZONE, name, serial(before));
        String answer = outcome(request(row, text), row.isSigned());
        var after = transfer();
        assertThat(answer).isEqualTo(row.answer(server()));
        assertThat(concerned(row, name, after))
                .containsExactlyInAnyOrderElementsOf(
                        records(row.after(server()), text).stream()
                                .map(UpdateTableTest::line)
                                .toList());
        boolean moves = !concerned(row, name, before).equals(concerned(row, name, after));
        assertThat(serial(after).forwardFrom(serial(before)))
                .as("how far the serial moves")
                .isEqualTo(row.serialMoves(server(), moves));
    }

    private static Message request(UpdateCase row, CaseText text) {
        return message(
                row.zones().stream().map(text::question).toList(),
                records(row.prerequisites(), text),
                records(row.changes(), text),
                records(row.additional(), text));
    }

    private static List<MessageRecord> records(List<String> lines, CaseText text) {
        return lines.stream().map(text::record).toList();
    }

    private static Message message(
            List<Question> zones,
            List<MessageRecord> prerequisites,
            List<MessageRecord> changes,
            List<MessageRecord> additional) {
        return Message.request(2136, Opcode.UPDATE, Question.of(ZONE, RecordType.SOA))
                .withQuestions(zones)
                .withSections(prerequisites, changes, additional);
    }

    private String outcome(Message message, boolean signed) throws IOException {
        byte[] wire = MessageCodec.encode(message);
        byte[] sent = signed ? Signer.sign(wire, KEY, Instant.now()).wire() : wire;
        try (var conversation = Transport.TCP.open(address(running), LIMIT)) {
            return decoded(conversation.ask(sent)).rcode().toString();
        } catch (NoReplyException _) {
            return "nothing";
        }
    }

    private static Message decoded(byte[] wire) {
        return switch (MessageCodec.decode(wire)) {
            case Decoded.Valid(var reply, _) -> reply;
            case Decoded.Malformed(_, var problem) -> throw new AssertionError(problem);
        };
    }

    /// Some servers take in what our own client would not take from them.
    private List<MessageRecord> transfer() throws IOException {
        var question = Question.of(ZONE, RecordType.AXFR);
        byte[] wire = MessageCodec.encode(Message.request(5936, Opcode.QUERY, question));
        var records = new ArrayList<MessageRecord>();
        try (var conversation = Transport.TCP.open(address(running), LIMIT)) {
            byte[] reply = conversation.ask(Signer.sign(wire, KEY, Instant.now()).wire());
            records.addAll(decoded(reply).answers());
            while (records.stream().filter(UpdateTableTest::isStart).count() == 1) {
                records.addAll(decoded(conversation.next()).answers());
            }
        }
        return records;
    }

    private static boolean isStart(MessageRecord record) {
        return record.type().equals(RecordType.SOA) && record.owner().equals(ZONE);
    }

    private static Serial serial(List<MessageRecord> zone) {
        return zone.stream()
                .filter(UpdateTableTest::isStart)
                .map(record -> Soa.of(record.data().orElseThrow()).serial())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> concerned(
            UpdateCase row, DomainName name, List<MessageRecord> zone) {
        var lines = new ArrayList<String>();
        for (var record : zone) {
            boolean isApex = row.concernsApex() && record.owner().equals(ZONE);
            if (record.owner().isAtOrBelow(name)
                    || isApex && !record.type().equals(RecordType.SOA)) {
                lines.add(line(record));
            }
        }
        return lines;
    }

    private static String line(MessageRecord record) {
        return "%s %d %s"
                .formatted(record.owner().lowerCase(), record.ttl(), record.data().orElseThrow());
    }
}
