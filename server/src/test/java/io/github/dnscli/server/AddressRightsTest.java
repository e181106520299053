package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.PolicyFile;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Grants that hold for some addresses only.
class AddressRightsTest {

    private static final ServerState STATE =
            ServerState.EMPTY
                    .with(
                            ZoneText.zone(
                                    "example.com",
                                    """
                                    $TTL 3600
                                    @   SOA ns1 admin 10 7200 900 1209600 300
                                    @   NS  ns1
                                    ns1 A   192.0.2.1
                                    """))
                    .withKeys(List.of(Ask.key("placed")))
                    .withRights(
                            new KeyRights(
                                    PolicyFile.parse(
                                                    "grant placed update .example.com from 192.0.2.0/24 2001:db8::/32",
                                                    "policy")
                                            .grants()));

    private static Rcode outcome(String address, Opcode opcode, RecordType type) {
        var question = Question.of(DomainName.of("example.com"), type);
        var packet = Ask.sign(Message.request(7, opcode, question), Ask.key("placed"));
        var peer = new Peer(InetAddress.ofLiteral(address), Peer.Protocol.TCP);
        return Ask.reply(Ask.effect(STATE, packet, peer)).rcode();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,    NOERROR",
        "2001:db8::7,  NOERROR",
        "198.51.100.7, REFUSED",
        "2001:db9::7,  REFUSED",
    })
    void holdForTransfersAndNotifications(String address, String rcode) {
        assertThat(outcome(address, Opcode.QUERY, RecordType.AXFR)).hasToString(rcode);
        assertThat(outcome(address, Opcode.NOTIFY, RecordType.SOA)).hasToString(rcode);
    }
}
