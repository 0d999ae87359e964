/// JSON in and out, for every package that reads or writes it.
@NullMarked
package org.hrscope.json;

import org.jspecify.annotations.NullMarked;
