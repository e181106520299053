package io.github.dnscli.common.key;

import io.github.dnscli.common.finding.Place;

/// A key and where it stands.
///
/// @param key the key
/// @param place where its file spells it
public record PlacedKey(TsigKey key, Place place) {}
