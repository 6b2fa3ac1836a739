using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActorTerm.House.Tests.Files;

/// <summary>How files of the house are named and what they never hold. Nothing here counts lines.</summary>
public sealed class SourceFileTests
{
    /// <summary>Files that gather many small things of one kind, and are named after the kind.</summary>
    private static readonly string[] Gatherings =
    [
        "src/ActorTerm.Actors/Messages/Markers.cs",      // the marker interfaces of messages
        "src/ActorTerm.Pty/Native/Constants.cs",         // the kernel's numbers
        "src/ActorTerm.Pty/Native/Structures.cs",        // the kernel's layouts
    ];

    [Theory]
    [InlineData("throw new NotImplementedException();", true)]
    [InlineData("// TODO: later", true)]
    [InlineData("    #region Fields", true)]
    [InlineData("var now = DateTime.Now;", true)]
    [InlineData("Thread.Sleep(1);", true)]
    [InlineData("var todo = DateTime.UtcNow; // see the list", false)]
    public void What_source_never_holds_is_found(string line, bool found) =>
        Assert.Equal(found, NeverInSource.Any(rule => Regex.IsMatch(line, rule.Pattern, RegexOptions.Multiline)));

    [Fact]
    public void Source_holds_none_of_it() => Verdict.None(NeverInSource.SelectMany(rule => Found("src", rule.Pattern, rule.Because)));

    [Fact]
    public void Tests_wait_for_what_happens_not_for_time() => Verdict.None(Found("tests", @"\b(Thread\.Sleep|Task\.Delay)\s*\(", "wait for the thing itself"));

    [Fact]
    public void A_test_runs_or_is_not_there() => Verdict.None(Found("tests", @"\[(Fact|Theory)\(.*\bSkip\s*=", "a skipped test says nothing"));

    /// <summary>Inside namespace ActorTerm.X.Tests the base class TestKit would bind to it, under our engine only (CS0118).</summary>
    [Fact]
    public void No_namespace_is_called_ActorTerm_TestKit() =>
        Verdict.None(Found("src", TestKitNamespace, "the base class TestKit would bind to it").Concat(Found("tests", TestKitNamespace, "the same")));

    /// <summary>A library may keep one namespace over its folders; a feature of the runtime is folder and namespace. The kernel's are Akka.NET's.</summary>
    [Fact]
    public void A_namespace_names_no_folder_but_its_own() => Verdict.None(
        from file in SourceTree.All("src")
        where !file.Path.StartsWith("src/ActorTerm.Actors/", StringComparison.Ordinal)
        let folder = Path.GetDirectoryName(file.Path)!["src/".Length..].Replace('/', '.')
        from name in file.Namespaces
        where name != folder && (folder.StartsWith("ActorTerm.Runtime.", StringComparison.Ordinal) || !folder.StartsWith(name + ".", StringComparison.Ordinal))
        select $"{file.Path}: {name}");

    [Fact]
    public void A_file_is_named_after_a_type_it_declares() => Verdict.None(
        from file in SourceTree.All("src")
        let name = Path.GetFileName(file.Path).Split('.')[0]
        where name != "Program" && !Gatherings.Contains(file.Path)
        where !file.TypeNames.Any(type => type.Contains(name, StringComparison.Ordinal) || type.Contains(name.TrimEnd('s'), StringComparison.Ordinal))
        select file.Path);

    [Fact]
    public void Names_say_what_a_thing_is() => Verdict.None(
        from file in SourceTree.All("src")
        from type in file.TypeNames
        where Regex.IsMatch(type, "(Utils?|Utilit(y|ies)|Helpers?|Common|Manager|Misc)$")
        select $"{file.Path}: {type}");

    [Fact]
    public void Messages_of_a_feature_are_sealed_records_or_abstract_ones() => Verdict.None(
        from file in SourceTree.All("src/ActorTerm.Runtime")
        from protocol in file.Types.OfType<ClassDeclarationSyntax>()
        where protocol.Identifier.Text.EndsWith("Protocol", StringComparison.Ordinal)
        from message in protocol.Members.OfType<RecordDeclarationSyntax>()
        where message.IsKind(SyntaxKind.RecordDeclaration)
        where !message.Modifiers.Any(SyntaxKind.SealedKeyword) && !message.Modifiers.Any(SyntaxKind.AbstractKeyword)
        select $"{file.Path}: {message.Identifier}");

    private const string TestKitNamespace = @"^\s*namespace\s+ActorTerm\.TestKit\b";

    private static readonly (string Pattern, string Because)[] NeverInSource =
    [
        (@"\bNotImplementedException\b", "what is there works"),
        (@"//.*\b(TODO|FIXME|HACK|XXX)\b", "what is left to do does not stand in the source"),
        (@"^\s*#region\b", "a file that needs regions is several files"),
        (@"\bDateTime(Offset)?\.Now\b", "time is UTC, and actors ask their scheduler"),
        (@"\bThread\.Sleep\b", "nothing waits by sleeping"),
    ];

    /// <summary>The lines below a folder that match, these tests of the tests apart.</summary>
    private static IEnumerable<string> Found(string folder, string pattern, string because) =>
        from file in Repository.Sources(folder)
        where !file.Path.StartsWith("tests/ActorTerm.House.Tests/", StringComparison.Ordinal)
        from match in Regex.Matches(file.Text, pattern, RegexOptions.Multiline)
        select $"{file.Path}:{file.Text.AsSpan(0, match.Index).Count('\n') + 1}: {match.Value.Trim()}: {because}";
}
