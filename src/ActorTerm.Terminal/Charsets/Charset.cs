namespace ActorTerm.Terminal.Charsets;

/// <summary>The graphic sets a program can designate: VT420 and xterm ctlseqs, "Designate G0 Character Set".</summary>
internal enum Charset : byte
{
    Ascii,
    DecSpecialGraphics,
    DecSupplemental,
    DecTechnical,
    Latin1Supplemental,
    British,
    Dutch,
    Finnish,
    French,
    FrenchCanadian,
    German,
    Italian,
    NorwegianDanish,
    Portuguese,
    Spanish,
    Swedish,
    Swiss,
}
