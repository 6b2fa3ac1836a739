using ActorTerm.Terminal.Tests.Screens;

namespace ActorTerm.Terminal.Tests.Charsets;

public sealed class CharsetTests
{
    [Theory]
    [InlineData("\e(0`abcdefghijklmnopqrstuvwxyz{|}~", "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·")]
    [InlineData("\e(0_A", "\u00a0A")]
    [InlineData("\e(A#", "£")]
    [InlineData("\e(4#@[\\]{|}~", "£¾ĳ½|¨ƒ¼´")]
    [InlineData("\e(5[\\]^`{|}~", "ÄÖÅÜéäöåü")]
    [InlineData("\e(R#@[\\]{|}~", "£à°ç§éùè¨")]
    [InlineData("\e(Q@[\\]^`{|}~", "àâçêîôéùèû")]
    [InlineData("\e(K@[\\]{|}~", "§ÄÖÜäöüß")]
    [InlineData("\e(Y#@[\\]`{|}~", "£§°çéùàòèì")]
    [InlineData("\e(%6[\\]{|}", "ÃÇÕãçõ")]
    [InlineData("\e(Z#@[\\]{|}", "£§¡Ñ¿°ñç")]
    [InlineData("\e(7@[\\]^`{|}~", "ÉÄÖÅÜéäöåü")]
    [InlineData("\e(=#@[\\]^_`{|}~", "ùàéçêîèôäöüû")]
    [InlineData("\e(<(W]w}a", "¤ŒŸœÿá")]
    [InlineData("\e(>!\"+<=aD{~", "⎷┌⎧≤≠αΔ←↓")]
    [InlineData("\e-A\x0e(a", "¨á")]                         // a set of 96 in G1
    [InlineData("\e(Bplain", "plain")]
    public void Bytes_mean_what_the_set_says(string stream, string expected) => ScreenCase.Check(stream, expected, columns: 60);

    [Theory]
    [InlineData("\e)0q\x0eq\x0fq", "q─q")]                   // SO and SI
    [InlineData("\e*0\enq\x0fq", "─q")]                      // LS2
    [InlineData("\e+0\eoq\x0fq", "─q")]                      // LS3
    [InlineData("\e*0\eNqq", "─q")]                          // SS2 is for one character
    [InlineData("\e+0\eOqq", "─q")]
    [InlineData("\e(0q\ecq", "q")]
    [InlineData("\e(0q\e[!pq", "─q")]
    [InlineData("\e(0é", "é")]                               // what is not a byte of its own stays
    [InlineData("\e(Xq", "q")]                               // an unknown set changes nothing
    public void Sets_are_invoked_by_shifts(string stream, string expected) => ScreenCase.Check(stream, expected);
}
