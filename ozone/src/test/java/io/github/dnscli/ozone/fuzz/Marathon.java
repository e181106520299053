package io.github.dnscli.ozone.fuzz;

/// Many fuzzed zones in a program of its own, whose memory can be kept small.
final class Marathon {

    private Marathon() {}

    /// Stops at the first input that breaks something, and names its seed.
    ///
    /// @param arguments the first seed, and how many
    public static void main(String[] arguments) {
        long first = Long.parseLong(arguments[0]);
        long count = Long.parseLong(arguments[1]);
        long slowest = 0;
        for (long seed = first; seed < first + count; seed++) {
            try {
                slowest = Math.max(slowest, Endurance.prove(FuzzedZone.of(seed)));
            } catch (Throwable broken) {
                System.out.println("seed " + seed);
                broken.printStackTrace(System.out);
                System.exit(1);
            }
        }
        System.out.println(count + " zones, the slowest took " + slowest / 1_000_000 + " ms");
    }
}
