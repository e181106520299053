package io.github.dnscli.testkit;

import static io.github.dnscli.testkit.Sample.NOW;
import static io.github.dnscli.testkit.Sample.record;
import static io.github.dnscli.testkit.Sample.soa;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.FoundZone;
import io.github.dnscli.common.request.ZoneFinder;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ZoneFinderTest {

    private static final FoundZone EXAMPLE = new FoundZone.Found(Sample.ZONE);

    private static FoundZone find(String name, BiFunction<String, Message, Message> server)
            throws IOException {
        Script script =
                Script.replying(
                        message ->
                                server.apply(
                                        message.question().orElseThrow().name().display(),
                                        message));
        try (var peer = ScriptedPeer.start(script);
                var exchange = Sample.at(NOW, peer.address())) {
            return ZoneFinder.find(exchange, DomainName.of(name));
        }
    }

    private static Message authority(Message request, Rcode rcode, MessageRecord record) {
        return request.reply(rcode).withSections(List.of(), List.of(record), List.of());
    }

    @Test
    void theNameIsAZoneItself() throws IOException {
        assertThat(find("example.com", (_, request) -> Sample.answered(request, soa(1))))
                .isEqualTo(EXAMPLE);
    }

    @Test
    void aNegativeAnswerNamesTheZone() throws IOException {
        assertThat(
                        find(
                                "a.b.example.com",
                                (_, request) -> authority(request, Rcode.NXDOMAIN, soa(1))))
                .isEqualTo(EXAMPLE);
        assertThat(
                        find(
                                "www.example.com",
                                (_, request) -> authority(request, Rcode.NOERROR, soa(1))))
                .isEqualTo(EXAMPLE);
    }

    @Test
    void goesUpWhereTheServerSaysNothing() throws IOException {
        assertThat(
                        find(
                                "a.b.example.com",
                                (name, request) ->
                                        name.equals("example.com")
                                                ? Sample.answered(request, soa(1))
                                                : request.reply(Rcode.REFUSED)))
                .isEqualTo(EXAMPLE);
    }

    @Test
    void anAliasDoesNotLeadToTheZoneOfItsTarget() throws IOException {
        assertThat(
                        find(
                                "www.sub.example.com",
                                (name, request) ->
                                        name.equals("www.sub.example.com")
                                                ? Sample.accepted(request)
                                                        .withSections(
                                                                List.of(
                                                                        record(
                                                                                name,
                                                                                RecordType.CNAME,
                                                                                "example.com")),
                                                                List.of(soa(1)),
                                                                List.of())
                                                : Sample.answered(
                                                        request,
                                                        record(
                                                                name,
                                                                RecordType.SOA,
                                                                "a b 1 2 3 4 5"))))
                .isEqualTo(new FoundZone.Found(DomainName.of("sub.example.com")));
    }

    @Test
    void doesNotTakeTheParentForADelegatedName() throws IOException {
        assertThat(
                        find(
                                "www.sub.example.com",
                                (_, request) ->
                                        authority(
                                                request,
                                                Rcode.NOERROR,
                                                record(
                                                        "sub.example.com",
                                                        RecordType.NS,
                                                        "ns.example.org"))))
                .isEqualTo(
                        new FoundZone.Unknown(
                                "server has no zone for 'www.sub.example.com': it refers to the servers of 'sub.example.com'"));
    }

    @Test
    void saysWhyThereIsNone() throws IOException {
        assertThat(find("example.com", (_, request) -> request.reply(Rcode.REFUSED)))
                .isInstanceOfSatisfying(
                        FoundZone.Unknown.class,
                        unknown ->
                                assertThat(unknown.problem())
                                        .contains("no zone for 'example.com'", "REFUSED"));
    }

    @Test
    void givesUpOnAReplyThatMakesNoSense() throws IOException {
        assertThat(find("example.com", (_, request) -> request))
                .isInstanceOf(FoundZone.Failed.class);
    }
}
