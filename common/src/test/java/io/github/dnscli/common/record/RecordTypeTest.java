package io.github.dnscli.common.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTypeTest {

    @ParameterizedTest
    @CsvSource({
        "A, 1",
        "NULL, 10",
        "NSAP-PTR, 23",
        "SMIMEA, 53",
        "HIP, 55",
        "NINFO, 56",
        "RKEY, 57",
        "TALINK, 58",
        "CDS, 59",
        "DSYNC, 66",
        "HHIT, 67",
        "BRID, 68",
        "UNECE, 69",
        "ISO, 70",
        "SPF, 99",
        "UINFO, 100",
        "UID, 101",
        "GID, 102",
        "UNSPEC, 103",
        "NID, 104",
        "EUI64, 109",
        "NXNAME, 128",
        "TKEY, 249",
        "MAILB, 253",
        "MAILA, 254",
        "ANY, 255",
        "AMTRELAY, 260",
        "RESINFO, 261",
        "WALLET, 262",
        "CLA, 263",
        "IPN, 264",
        "TA, 32768",
        "DLV, 32769",
        "DELEG, 61440"
    })
    void hasTheNumbersOfTheRegistry(String mnemonic, int value) {
        assertThat(RecordType.parse(mnemonic)).contains(new RecordType(value));
        assertThat(new RecordType(value)).hasToString(mnemonic);
    }

    @Test
    void readsWhatItWritesForEveryNumber() {
        IntStream.range(0, 0x10000)
                .mapToObj(RecordType::new)
                .forEach(
                        type -> {
                            assertThat(RecordType.parse(type.toString())).contains(type);
                            assertThat(RecordType.parse("type" + type.value())).contains(type);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TYPE", "TYPE65536", "TYPE-1", "TYPE1x", "XYZ", "A ", "*"})
    void knowsNoOthers(String text) {
        assertThat(RecordType.parse(text)).isEmpty();
    }

    @Test
    void tellsTypesThatNeverStandInAZone() {
        assertThat(new RecordType(128).isMeta()).isTrue();
        assertThat(RecordType.OPT.isMeta()).isTrue();
        assertThat(RecordType.ANY.isMeta()).isTrue();
        assertThat(RecordType.URI.isMeta()).isFalse();
        assertThat(RecordType.DELEG.isMeta()).isFalse();
        assertThat(new RecordType(127).isMeta()).isFalse();
    }
}
