/// How often one caller may call, counted per person, machine or address.
@NullMarked
package hoso.gateway.limits;

import org.jspecify.annotations.NullMarked;
