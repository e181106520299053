package io.github.dnscli.dist.part;

/// A library that others wrote and the image holds.
///
/// @param group who publishes it
/// @param name its name there
/// @param version its version
/// @param licence its licence, in SPDX's words
record Part(String group, String name, String version, String licence) {

    /// {@return the name of its jar}
    String jar() {
        return name + "-" + version + ".jar";
    }
}
