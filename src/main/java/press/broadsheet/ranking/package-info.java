/** Which articles readers read and like most in a window of time. */
package press.broadsheet.ranking;
