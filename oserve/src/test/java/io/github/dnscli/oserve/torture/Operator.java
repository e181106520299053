package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.testkit.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Somebody who edits zones in a working copy and pushes them; when overtaken, rebases, and settles what git cannot: the
/// line of the serial gets a newer one than both, and everything else is done again by hand.
final class Operator implements Callable<Integer> {

    static final TsigKey KEY = Line.key("operator._notify");

    private final TorturePlan plan;
    private final Git git;
    private final ServerAddress server;
    private final Expectations expectations;
    private final Random random;
    private final List<OperatorEdit.Ideas> ideas;
    private int edits;
    private int rebases;
    private int repetitions;

    Operator(TorturePlan plan, Git git, ServerAddress server, Expectations expectations) {
        this.plan = plan;
        this.git = git;
        this.server = server;
        this.expectations = expectations;
        this.random = new Random(plan.seed());
        this.ideas =
                ZoneText.ORIGINS.stream()
                        .map(_ -> new OperatorEdit.Ideas(new Random(random.nextLong())))
                        .toList();
    }

    int rebases() {
        return rebases;
    }

    int repetitions() {
        return repetitions;
    }

    /// {@return how many edits were pushed}
    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        int pushes = 0;
        try (var line = new Line(server)) {
            while (System.nanoTime() - start < plan.time().toNanos()) {
                edit();
                pushes++;
                tell(line);
                think();
            }
        }
        return pushes;
    }

    /// Between two edits, and before a push: time for others to be faster.
    private void think() {
        LockSupport.parkNanos(plan.operatorPause().toNanos() / 2);
    }

    void tell(Line line) {
        line.say(exchange -> exchange.ask(Notify.of(ZoneText.ORIGINS.getFirst()), KEY));
    }

    private void edit() throws IOException {
        var chosen = new HashMap<DomainName, OperatorEdit>();
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            int place = random.nextInt(ZoneText.ORIGINS.size());
            chosen.computeIfAbsent(
                    ZoneText.ORIGINS.get(place), _ -> ideas.get(place).next(++edits));
        }
        begin(chosen);
        think();
        while (git.attempt("push", "-q", "origin", "main").status() != 0) {
            catchUp(chosen);
        }
        chosen.forEach((zone, edit) -> edit.expect(zone, expectations));
    }

    /// Makes the edits in the zones as the remote has them.
    private void begin(Map<DomainName, OperatorEdit> chosen) throws IOException {
        fetch();
        git.run("reset", "-q", "--hard", "origin/main");
        for (var one : chosen.entrySet()) {
            String text = read(one.getKey());
            String edited = one.getValue().on(text);
            write(one.getKey(), ZoneText.withSerial(edited, ZoneText.serial(text).next()));
        }
        git.run("commit", "-q", "-a", "-m", "Edit " + chosen.values());
    }

    private void catchUp(Map<DomainName, OperatorEdit> chosen) throws IOException {
        fetch();
        if (git.id("HEAD").equals(git.id("origin/main"))) {
            return;
        }
        if (chosen.values().stream().anyMatch(OperatorEdit.Contest.class::isInstance)) {
            // What this takes away may have got more meanwhile, in lines that git sees no conflict
            // in.
            repeat(chosen);
        } else if (git.attempt("rebase", "-q", "origin/main").status() == 0 || settled()) {
            rebases++;
            raiseSerials(chosen);
        } else {
            git.run("rebase", "--abort");
            repeat(chosen);
        }
    }

    private void repeat(Map<DomainName, OperatorEdit> chosen) throws IOException {
        repetitions++;
        begin(chosen);
    }

    /// {@return whether the conflicts were about serials alone, which now are settled}
    private boolean settled() throws IOException {
        for (String file : git.run("diff", "--name-only", "--diff-filter=U").lines().toList()) {
            var text = SerialConflict.settle(Files.readString(git.folder().resolve(file)));
            if (text.isEmpty()) {
                return false;
            }
            git.write(file, text.get()).run("add", file);
        }
        return git.attempt("rebase", "--continue").status() == 0;
    }

    /// Git takes the same serial on both sides for the same change.
    private void raiseSerials(Map<DomainName, OperatorEdit> chosen) throws IOException {
        for (var zone : chosen.keySet()) {
            String text = read(zone);
            var theirs = ZoneText.serial(git.run("show", "origin/main:" + zone.display()));
            if (!ZoneText.serial(text).isNewerThan(theirs)) {
                write(zone, ZoneText.withSerial(text, theirs.next()));
            }
        }
        git.run("commit", "-q", "-a", "--amend", "--no-edit", "--allow-empty");
    }

    private void fetch() throws IOException {
        while (git.attempt("fetch", "-q", "origin").status() != 0) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private String read(DomainName zone) throws IOException {
        return Files.readString(git.folder().resolve(zone.display()));
    }

    private void write(DomainName zone, String text) throws IOException {
        git.write(zone.display(), text);
    }
}
