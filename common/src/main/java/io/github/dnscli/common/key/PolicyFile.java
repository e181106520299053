package io.github.dnscli.common.key;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import java.util.ArrayList;
import java.util.List;

/// A file of grants, one a line, each behind the word `grant`; a `#` at the start of a word begins a comment:
///
/// ```text
/// # the web host sees to its own certificate
/// grant www.example.com update _letsencrypt._tcp.www.example.com types TLSA
/// grant test            update _acme-challenge.* types TXT from 192.0.2.0/24
/// ```
///
/// @param source the name of the file as the user knows it
/// @param grants those that could be read
/// @param findings what is wrong with the other lines
public record PolicyFile(String source, List<KeyRights.Grant> grants, List<Finding> findings) {

    /// A line that is no grant.
    public static final Check POLICY_GRANT = Check.syntax("policy-grant");

    private static final String GRANT = "grant";

    /// Copies the lists.
    public PolicyFile {
        grants = List.copyOf(grants);
        findings = List.copyOf(findings);
    }

    /// {@return the grants in the text of a policy file}; what cannot be read becomes a finding
    ///
    /// @param sourceName the name of the file as the user knows it
    public static PolicyFile parse(String fileText, String sourceName) {
        var grants = new ArrayList<KeyRights.Grant>();
        var findings = new ArrayList<Finding>();
        int line = 0;
        for (String text : fileText.lines().toList()) {
            line++;
            String words = withoutComment(text);
            if (words.isBlank()) {
                continue;
            }
            switch (grant(words)) {
                case ParsedGrant.Valid(var grant) -> grants.add(grant);
                case ParsedGrant.Invalid(var problem, int column) ->
                        findings.add(finding(new Place(sourceName, line, column), problem));
            }
        }
        return new PolicyFile(sourceName, grants, findings);
    }

    private static Finding finding(Place place, String problem) {
        return POLICY_GRANT
                .at(place, problem)
                .withHint("a line is: grant KEY update NAMES types TYPE from ADDRESSES");
    }

    private static String withoutComment(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private static ParsedGrant grant(String words) {
        int start = words.length() - words.stripLeading().length();
        int behind = start + GRANT.length();
        boolean isGrant =
                words.regionMatches(true, start, GRANT, 0, GRANT.length())
                        && (behind == words.length()
                                || Character.isWhitespace(words.charAt(behind)));
        if (!isGrant) {
            return new ParsedGrant.Invalid("a line begins with '" + GRANT + "'", start + 1);
        }
        // Blanks keep the columns of what follows.
        return GrantText.parse(" ".repeat(behind) + words.substring(behind));
    }
}
