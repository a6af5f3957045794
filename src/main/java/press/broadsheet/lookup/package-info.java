/** Tags and authors found by what they are called: by words, by the beginnings of words, by what stands beside them. */
package press.broadsheet.lookup;
