package io.github.dnscli.ozone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.ozone.Inspected.JudgedKeys;
import io.github.dnscli.ozone.Inspected.JudgedZone;
import io.github.dnscli.ozone.Inspected.PassedOver;
import io.github.dnscli.ozone.Inspected.RemovedZone;
import io.github.dnscli.ozone.Inspected.Unfinished;
import io.github.dnscli.ozone.Inspected.Unreadable;

/// What is said on standard error of a run, the same in every format: what could not be done, and why files and serials were
/// left alone.
final class Aside {

    private Aside() {}

    /// Says what is to be said of a file.
    static void say(Inspected file, Console console) {
        switch (file) {
            case JudgedZone zone ->
                    zone.repair().ifPresent(repair -> say(zone.file(), repair, console));
            case Unfinished(_, var problem) -> console.error(Printable.of(problem));
            case Unreadable(_, var problem) -> console.error(Printable.of(problem));
            case PassedOver(var name, var reason) ->
                    console.info(Printable.of("'" + name + "' is passed over: " + reason));
            case RemovedZone _, JudgedKeys _ -> {}
        }
    }

    private static void say(String file, SerialRepair repair, Console console) {
        switch (repair) {
            case SerialRepair.Raised _ -> {}
            case SerialRepair.Kept(var reason) -> console.info(stays(file, reason));
            case SerialRepair.Refused(var reason) -> console.warning(stays(file, reason));
        }
    }

    private static String stays(String file, String reason) {
        return Printable.of("serial of '" + file + "' stays: " + reason);
    }

    /// Says what is to be said of the whole run.
    static void say(Inspection.Done done, Console console) {
        for (var entry : done.stale()) {
            console.info(Printable.of("the baseline accepts what is no longer there: " + entry));
        }
    }
}
