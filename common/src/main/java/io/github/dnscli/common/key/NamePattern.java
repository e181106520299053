package io.github.dnscli.common.key;

import io.github.dnscli.common.name.DomainName;

/// Which names a grant is about. As text:
///
/// | text | names |
/// |---|---|
/// | `www.example.com` | that name and no other |
/// | `.example.com` | that name and all below it; `.` alone is every name |
/// | `*.example.com` | all names below it, at any depth, and not itself |
/// | `_acme-challenge.*` | every name that begins with these labels, in any zone |
/// | `_acme-challenge.*.example.com` | those of them that are at or below a name behind these labels |
///
/// In the last two the star stands for any labels, also for none: `_acme-challenge.example.com` is among the names of both.
/// A pattern never means the wildcard `*.example.com` alone: names below a name include its wildcard.
public sealed interface NamePattern {

    /// {@return whether a name is among those meant}
    boolean matches(DomainName name);

    /// One name.
    ///
    /// @param name the name
    record Exact(DomainName name) implements NamePattern {

        @Override
        public boolean matches(DomainName other) {
            return other.equals(name);
        }

        @Override
        public String toString() {
            return name.display();
        }
    }

    /// A name and all below it.
    ///
    /// @param top the name
    record Tree(DomainName top) implements NamePattern {

        @Override
        public boolean matches(DomainName name) {
            return name.isAtOrBelow(top);
        }

        @Override
        public String toString() {
            return top.isRoot() ? "." : "." + top.display();
        }
    }

    /// All names below one.
    ///
    /// @param top the name
    record Below(DomainName top) implements NamePattern {

        @Override
        public boolean matches(DomainName name) {
            return name.isBelow(top);
        }

        @Override
        public String toString() {
            return top.isRoot() ? "*" : "*." + top.display();
        }
    }

    /// Names that begin with certain labels.
    ///
    /// @param head the labels, as a name of their own; at least one
    /// @param tail what follows, at once or further right; the root for anything
    record Led(DomainName head, DomainName tail) implements NamePattern {

        /// Checks that there is a head.
        public Led {
            if (head.isRoot()) {
                throw new IllegalArgumentException("a leading label is missing");
            }
        }

        @Override
        public boolean matches(DomainName name) {
            int rest = name.labelCount() - head.labelCount();
            return rest >= tail.labelCount()
                    && name.isAtOrBelow(tail)
                    && name.withSuffix(name.suffix(rest), DomainName.ROOT).equals(head);
        }

        @Override
        public String toString() {
            return head.display() + ".*" + (tail.isRoot() ? "" : "." + tail.display());
        }
    }

    /// {@return what a text means as a pattern}; names in it are absolute, with or without a final dot
    static ParsedPattern parse(String text) {
        return NamePatternText.parse(text);
    }
}
