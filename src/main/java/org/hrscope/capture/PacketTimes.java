package org.hrscope.capture;

/// What a video's packets tell without decoding. Times are in stream ticks.
///
/// @param shown     presentation time of each frame, in file order; `AV_NOPTS_VALUE` if missing
/// @param backwards decoding times go backwards somewhere: another recording starts there
record PacketTimes(long[] shown, boolean backwards) {}
