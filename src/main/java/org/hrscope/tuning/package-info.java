/// Which lanes, threads, spinning, int8 file and provider run a network fastest here: measured once a machine and
/// network, remembered.
@NullMarked
package org.hrscope.tuning;

import org.jspecify.annotations.NullMarked;
