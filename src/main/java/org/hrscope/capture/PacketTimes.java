package org.hrscope.capture;

/// What a video's packets tell without being decoded. Times are ticks of the stream.
///
/// @param shown     when each picture is shown, in the order of the file; `AV_NOPTS_VALUE` where it does not tell
/// @param backwards the order of decoding goes back in time somewhere: another recording begins there
record PacketTimes(long[] shown, boolean backwards) {}
