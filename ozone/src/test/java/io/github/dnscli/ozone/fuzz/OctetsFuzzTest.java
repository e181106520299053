package io.github.dnscli.ozone.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Jazzer looks for octets that break something, and keeps what it finds in the test's folder of inputs. Only `-Pslow` runs
/// it, in a JVM of its own. What is kept is judged by [FuzzedZonesTest] as well, without anybody watching.
class OctetsFuzzTest {

    @FuzzTest(maxDuration = "10m", maxExecutions = 1_000_000)
    void anyOctetsEndInFindings(byte[] octets) {
        Endurance.proveUnderWatch(octets);
    }
}
