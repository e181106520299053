package io.github.dnscli.server.differential;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ManyZonesDifferentialTest {

    private static final int QUESTIONS = 10_000;

    @ParameterizedTest
    @ValueSource(
            longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21})
    void answersAsTheOthersDoWhereTheyAgree(long seed) throws IOException {
        DifferentialAnswersTest.compare(seed, QUESTIONS);
    }
}
