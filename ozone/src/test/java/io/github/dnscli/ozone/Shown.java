package io.github.dnscli.ozone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Terminals;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a view made of a run.
///
/// @param output what went to standard output
/// @param errors what went to standard error
record Shown(String output, String errors) {

    /// {@return what a format makes of some files}
    static Shown as(Format format, Inspected... files) {
        return as(format, Terminals.NONE, List.of(files), List.of());
    }

    /// {@return what a format makes of some files}
    ///
    /// @param stale what the baseline accepts and nobody found
    static Shown as(Format format, Terminals terminals, List<Inspected> files, List<String> stale) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var view = format.view(Console.of("ozone", output, errors, terminals));
        var tally = Tally.NOTHING;
        for (var file : files) {
            view.show(file);
            tally = tally.and(file);
        }
        view.end(new Inspection.Done(tally, stale));
        return new Shown(
                output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }
}
