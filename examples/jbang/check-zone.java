///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DEPS io.github.dnscli:dns-cli-common:0.1.0-SNAPSHOT

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import java.nio.file.Path;
import java.time.Instant;

/// Prints what is wrong with a zone file: `./check-zone.java example.com example.com.zone`.
class CheckZone {

    void main(String[] arguments) throws Exception {
        var zone = ReaderOptions.forZone(DomainName.of(arguments[0]));
        var text = ZoneReader.read(Source.read(Path.of(arguments[1])), zone);
        var checked = ZoneFileChecks.judge(text, Circumstances.at(Instant.now()));
        checked.findings().forEach(IO::println);
        System.exit(checked.hasErrors() ? 1 : 0);
    }
}
