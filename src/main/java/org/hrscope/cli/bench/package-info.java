/// Measuring, for `bench` and `soak`: how fast the engine runs, how soon it starts, how long it holds.
@NullMarked
package org.hrscope.cli.bench;

import org.jspecify.annotations.NullMarked;
