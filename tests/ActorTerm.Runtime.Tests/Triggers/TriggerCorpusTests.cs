using System.Text.RegularExpressions;
using ActorTerm.Runtime.Triggers.Patterns;

namespace ActorTerm.Runtime.Tests.Triggers;

/// <summary>Patterns as people have them in their iTerm2 profiles, in ICU's syntax, each with a line it is for and one it is not for.</summary>
public sealed class TriggerCorpusTests
{
    public static TheoryData<string, string, string> Corpus => new()
    {
        { @"rz waiting to receive.\*\*B0100", "rz waiting to receive.**B0100000023be50", "rz waiting" },
        { @"\*\*B00000000000000", "**\u0018B00000000000000".Replace("\u0018", ""), "**B0100000023be50" },
        { @"^\[sudo\] password for (\w+):", "[sudo] password for ann: ", "sudo: ann" },
        { @"^Enter passphrase for key '(.*)':\s*$", "Enter passphrase for key '/home/ann/.ssh/id': ", "Enter passphrase" },
        { @"(?i)password(?: for [^:]+)?:\s?$", "Password: ", "password changed" },
        { @"^(.+?):(\d+):(\d+): (warning|error|note): (.*)$", "src/main.c:12:5: error: expected ';'", "12 errors" },
        { @"^([^(]+)\((\d+),(\d+)\): (error|warning) ([A-Z]+\d+): (.*?) \[(.*)\]$", "Program.cs(3,9): error CS0103: no name [/x/a.csproj]", "Program.cs: error" },
        { "(?i:error|fail(?:ed|ure)?)", "Build FAILED", "all good" },
        { @"\b(ERROR|FATAL|CRITICAL)\b", "2026-01-01 FATAL disk", "FATALITY" },
        { @"\bWARN(?:ING)?\b", "[WARN] slow", "WARNED" },
        { "^BUILD (SUCCESSFUL|FAILED) in (.+)$", "BUILD FAILED in 3s", "BUILD" },
        { @"^\s*File ""([^""]+)"", line (\d+)", "  File \"a.py\", line 3, in f", "File a.py" },
        { @"^\h+at\h+([\w.$<>]+)\(([^:)]+):(\d+)\)$", "\tat com.x.Main.run(Main.java:7)", "at Main" },
        { @"^panicked at '([^']*+)', ([^:]++):(\d++)", "panicked at 'oh no', src/main.rs:4:5", "panicked" },
        { @"https?://[^\s<>""]+", "see https://example.org/x?y=1", "see example.org" },
        { @"\b(?:[0-9]{1,3}\.){3}[0-9]{1,3}\b", "from 10.0.0.17 port 22", "version 1.2.3" },
        { @"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", "id 123e4567-e89b-12d3-a456-426614174000", "id 123e4567" },
        { @"^([a-z_][a-z0-9_-]*)@([\w.-]+):([^#$]+)[#$] $", "ann@box:~/src$ ", "ann at box" },
        { @"^\[?(\w+)@([\w\-.]+) ([^\]]+)\]?[\$#]\s*$", "[ann@box ~]$ ", "[ann]" },
        { @"^Last login: (.*) from (.*)$", "Last login: Mon from 10.0.0.1", "login" },
        { @"Are you sure you want to continue connecting \(yes/no(?:/\[fingerprint\])?\)\?", "Are you sure you want to continue connecting (yes/no/[fingerprint])?", "Are you sure?" },
        { @"^npm ERR! (.*)", "npm ERR! code E404", "npm WARN" },
        { @"^=+ (?:(\d+) failed, )?(\d+) passed.* in ([\d.]+)s", "==== 1 failed, 12 passed in 0.31s ====", "12 passed" },
        { @"Downloading.*?(\d{1,3})%", "Downloading foo  42%", "Downloading" },
        { "^~~~START:([[:alnum:]_]+)~~~$", "~~~START:job_1~~~", "~~~START:~~~" },
        { @"\Q[y/N]\E", "Continue? [y/N] ", "Continue? y" },
        { @"(?<user>\w+) has joined #(?<room>\S+)", "ann has joined #tea", "ann left" },
        { "[[:space:]]TODO[[:punct:]]", " TODO: x", "TODO: x" },
        { @"\p{Lu}{3}-\p{Nd}+", "fixes ABC-123", "abc-1" },
        { @"^(?!.*\bDEBUG\b).*exception", "unhandled exception", "DEBUG exception" },
        { @"(?<=status=)[45]\d\d\b", "GET / status=503", "GET / status=200" },
        { @"(\w+)\s+\1\b", "the the cat", "the cat" },
        { "Are you there\\?", "Are you there?", "Are you there" },
        { @"\a", "\a", "a" },
        { @"\e\[31m", "\e[31m", "[31m" },
    };

    [Theory]
    [MemberData(nameof(Corpus))]
    public void A_common_pattern_finds_its_line_and_no_other(string pattern, string line, string other)
    {
        Assert.True(CompiledPattern.TryCompile(pattern, TimeSpan.FromSeconds(1), out var compiled, out var error), error?.ToString());

        Assert.Matches(compiled.Regex, line);
        Assert.DoesNotMatch(compiled.Regex, other);
        Assert.True(compiled.Required?.IsIn(line) ?? true);
    }

    [Fact]
    public void Most_need_no_backtracking_and_have_a_literal_to_look_for_first()
    {
        var compiled = Corpus.Select(row =>
        {
            CompiledPattern.TryCompile((string)row[0], TimeSpan.FromSeconds(1), out var pattern, out _);
            return pattern!;
        }).ToList();

        Assert.InRange(compiled.Count(pattern => pattern.CanTimeOut), 1, 6);
        Assert.InRange(compiled.Count(pattern => pattern.Required is null), 0, 6);
    }
}
