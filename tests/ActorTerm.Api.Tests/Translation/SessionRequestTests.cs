using System.Text;
using ActorTerm.Api.Tests.Rig;
using ActorTerm.Language;
using ActorTerm.Protocol;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using Google.Protobuf;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;
using VariableStatus = ActorTerm.Protocol.VariableResponse.Types.Status;

namespace ActorTerm.Api.Tests.Translation;

/// <summary>Requests about one session: what is read from it, written to it, and kept for it.</summary>
public class SessionRequestTests
{
    private static readonly NotFound Nothing = new("no session");
    private readonly SessionId _session = SessionId.New();

    [Fact]
    public void Text_that_a_program_does_not_take_is_an_error_and_one_that_has_ended_no_session()
    {
        var (_, answer) = Wire.Ask<TypeText>(new() { SendTextRequest = new() { Session = "all", Text = "x" } });

        Assert.Equal("too much", answer(new Rejected(Rejection.Backpressure, "too much")).Error);
        Assert.Equal(SendTextResponse.Types.Status.SessionNotFound, answer(new Rejected(Rejection.Ended, "ended")).SendTextResponse.Status);
        Assert.Equal(
            SendTextResponse.Types.Status.SessionNotFound,
            Wire.Now(new ClientOriginatedMessage { SendTextRequest = new() { Text = "x" } }).SendTextResponse.Status);
    }

    [Fact]
    public void Injected_bytes_go_as_they_are_with_one_status_for_each_id()
    {
        var request = new InjectRequest { Data = ByteString.CopyFrom(0x1b, 0xff) };
        request.SessionId.Add(["all", "nobody"]);
        var (inject, answer) = Wire.Ask<InjectBytes>(new() { InjectRequest = request });

        Assert.Equal([0x1b, 0xff], inject.Data.ToArray());
        Assert.Equal([SessionTarget.All, null], inject.Targets);
        Assert.Equal([InjectResponse.Types.Status.Ok, InjectResponse.Types.Status.SessionNotFound], answer(new InjectDone([true, false])).InjectResponse.Status);
    }

    [Theory]
    [InlineData("grid_size", """{"width":132,"height":43}""", GetPropertyResponse.Types.Status.Ok)]
    [InlineData("buried", "false", GetPropertyResponse.Types.Status.Ok)]
    [InlineData("no_such", "", GetPropertyResponse.Types.Status.UnrecognizedName)]
    public void A_property_is_told_as_JSON(string name, string json, GetPropertyResponse.Types.Status status)
    {
        var (_, answer) = Wire.AskSession<GetInfo>(new() { GetPropertyRequest = new() { SessionId = "active", Name = name } });

        var told = answer(Info).GetPropertyResponse;
        Assert.Equal((status, json), (told.Status, told.JsonValue));
        Assert.Equal(GetPropertyResponse.Types.Status.InvalidTarget, answer(Nothing).GetPropertyResponse.Status);
    }

    [Fact]
    public void The_number_of_lines_has_the_four_members_that_the_library_reads()
    {
        var (_, answer) = Wire.AskSession<CountLines>(new() { GetPropertyRequest = new() { SessionId = "active", Name = "number_of_lines" } });

        Assert.Equal("""{"overflow":5,"grid":24,"history":100,"first_visible":105}""", answer(new LineCounts(5, 24, 100, 105)).GetPropertyResponse.JsonValue);
    }

    [Theory]
    [InlineData("grid_size", "{", SetPropertyResponse.Types.Status.InvalidValue)]
    [InlineData("grid_size", "[1,2]", SetPropertyResponse.Types.Status.InvalidValue)]
    [InlineData("grid_size", """{"width":80}""", SetPropertyResponse.Types.Status.InvalidValue)]
    [InlineData("grid_size", """{"width":80.5,"height":24}""", SetPropertyResponse.Types.Status.InvalidValue)]
    public void A_size_that_is_none_is_refused_at_once(string name, string json, SetPropertyResponse.Types.Status status) => Assert.Equal(
        status, Wire.Now(new ClientOriginatedMessage { SetPropertyRequest = new() { SessionId = "active", Name = name, JsonValue = json } }).SetPropertyResponse.Status);

    [Fact]
    public void A_size_is_set_and_another_name_is_not_known()
    {
        var (resize, answer) = Wire.AskSession<Resize>(new()
        {
            SetPropertyRequest = new() { SessionId = "active", Name = "grid_size", JsonValue = """{"width":90,"height":30}""" },
        });
        Assert.Equal(new Resize(90, 30), resize);
        Assert.Equal(SetPropertyResponse.Types.Status.Ok, answer(Accepted.Instance).SetPropertyResponse.Status);
        Assert.Equal(SetPropertyResponse.Types.Status.InvalidTarget, answer(Nothing).SetPropertyResponse.Status);
        Assert.Equal(SetPropertyResponse.Types.Status.Impossible, answer(new Rejected(Rejection.BadValue, "too large")).SetPropertyResponse.Status);

        var (_, other) = Wire.AskSession<GetInfo>(new() { SetPropertyRequest = new() { SessionId = "active", Name = "frame", JsonValue = "1" } });
        Assert.Equal(SetPropertyResponse.Types.Status.UnrecognizedName, other(Info).SetPropertyResponse.Status);
        Assert.Equal(SetPropertyResponse.Types.Status.InvalidTarget, other(Nothing).SetPropertyResponse.Status);
        Assert.Equal(
            SetPropertyResponse.Types.Status.InvalidTarget,
            Wire.Now(new ClientOriginatedMessage { SetPropertyRequest = new() { WindowId = "pty-x", Name = "frame", JsonValue = "1" } }).SetPropertyResponse.Status);
    }

    [Fact]
    public void A_buffer_is_read_by_screen_by_last_lines_or_by_a_range_which_wins()
    {
        Assert.IsType<VisibleScreen>(Range(new() { ScreenContentsOnly = false }));
        Assert.Equal(new TrailingLines(7), Range(new() { TrailingLines = 7 }));
        Assert.Equal(new TrailingLines(1_000_000), Range(new() { TrailingLines = int.MaxValue }));
        Assert.Equal(new LineSpan(1, 2, 3, 4, null, 0), Range(new()
        {
            TrailingLines = 7,
            WindowedCoordRange = new() { CoordRange = new() { Start = new() { X = 1, Y = 2 }, End = new() { X = 3, Y = 4 } } },
        }));

        foreach (var bad in new LineRange?[] { null, new(), new() { TrailingLines = -1 }, new() { TrailingLines = 1, ScreenContentsOnly = true } })
        {
            var request = new GetBufferRequest { Session = "active", LineRange = bad };
            Assert.Equal(
                GetBufferResponse.Types.Status.InvalidLineRange, Wire.Now(new ClientOriginatedMessage { GetBufferRequest = request }).GetBufferResponse.Status);
        }

        static BufferRange Range(LineRange range) =>
            Wire.AskSession<ReadBuffer>(new() { GetBufferRequest = new() { Session = "active", LineRange = range } }).Question.Range;
    }

    [Fact]
    public void Lines_carry_their_code_points_cell_by_cell_and_whether_they_go_on()
    {
        var (_, answer) = Wire.AskSession<ReadBuffer>(new() { GetBufferRequest = new() { Session = "active", LineRange = new() { ScreenContentsOnly = true } } });

        var buffer = answer(new BufferContents([new("a\u4e00", [new(1, 2), new(0, 1)], [], Wrapped: true)], 3, 105, 0, 105, 0, 129)).GetBufferResponse;

        Assert.Equal((3, 105L), (buffer.Cursor.X, buffer.Cursor.Y));
        Assert.Equal((105L, 129L), (buffer.WindowedCoordRange.CoordRange.Start.Y, buffer.WindowedCoordRange.CoordRange.End.Y));
        var line = Assert.Single(buffer.Contents);
        Assert.Equal(("a\u4e00", LineContents.Types.Continuation.SoftEol), (line.Text, line.Continuation));
        Assert.Equal([(1, 2), (0, 1)], line.CodePointsPerCell.Select(run => (run.NumCodePoints, run.Repeats)));
        Assert.Equal(GetBufferResponse.Types.Status.SessionNotFound, answer(Nothing).GetBufferResponse.Status);
    }

    [Fact]
    public void Variables_are_set_then_read_in_their_scope()
    {
        var request = new VariableRequest { TabId = "7" };
        request.Set.Add(new VariableRequest.Types.Set { Name = "user.v", Value = "[1152921504606846977]" });
        request.Get.Add(["user.v", "title"]);
        var (access, answer) = Wire.Ask<WorkspaceProtocol.AccessVariables>(new() { VariableRequest = request });

        Assert.Equal(new ScopeTarget(VariablesProtocol.ScopeKind.Tab, "7"), access.Target);
        Assert.Equal(new VariablesProtocol.VariableAssignment("user.v", Value.Parse("[1152921504606846977]")), Assert.Single(access.Request.Sets));
        Assert.Equal(["[1152921504606846977]", "null"], answer(new VariablesProtocol.VariableValues([Value.Parse("[1152921504606846977]"), Value.Null])).VariableResponse.Values);
        Assert.Equal(VariableStatus.TabNotFound, answer(Nothing).VariableResponse.Status);
        Assert.Equal(VariableStatus.InvalidName, answer(Refused(VariablesProtocol.VariablesRefusal.TooMuch)).VariableResponse.Status);
        Assert.Equal(VariableStatus.MultiGetDisallowed, answer(Refused(VariablesProtocol.VariablesRefusal.MultiGetDisallowed)).VariableResponse.Status);

        static VariablesProtocol.VariablesRefused Refused(VariablesProtocol.VariablesRefusal why) => new(why, "no");
    }

    [Theory]
    [InlineData("name", "1", VariableStatus.InvalidName)]            // before the scope that is missing too
    [InlineData("user.a.b", "1", VariableStatus.InvalidName)]
    [InlineData("user.v", "{", VariableStatus.InvalidName)]
    [InlineData("user.v", "1", VariableStatus.MissingScope)]
    public void A_name_that_cannot_be_set_is_told_before_a_scope_that_is_missing(string name, string json, VariableStatus status)
    {
        var request = new VariableRequest();
        request.Set.Add(new VariableRequest.Types.Set { Name = name, Value = json });

        Assert.Equal(status, Wire.Now(new ClientOriginatedMessage { VariableRequest = request }).VariableResponse.Status);
    }

    [Fact]
    public void A_prompt_is_told_as_far_as_it_is_known()
    {
        var (get, answer) = Wire.AskSession<GetPrompt>(new() { GetPromptRequest = new() { Session = "active", UniquePromptId = "p-1" } });
        Assert.Equal("p-1", get.Id);

        var prompt = answer(new PromptInfo("p-1", new(new(0, 1), new(2, 1)), null, null, "/tmp", "ls", PromptState.Finished, 2)).GetPromptResponse;
        Assert.Equal(("ls", "/tmp", GetPromptResponse.Types.State.Finished, 2u), (prompt.Command, prompt.WorkingDirectory, prompt.PromptState, prompt.ExitStatus));
        Assert.Equal((2, 1L), (prompt.PromptRange.End.X, prompt.PromptRange.End.Y));
        Assert.Null(prompt.OutputRange);
        Assert.Equal(GetPromptResponse.Types.Status.PromptUnavailable, answer(new NoPrompt()).GetPromptResponse.Status);
        Assert.Equal(GetPromptResponse.Types.Status.SessionNotFound, answer(Nothing).GetPromptResponse.Status);

        var (list, listed) = Wire.AskSession<ListPrompts>(new() { ListPromptsRequest = new() { Session = "active", FirstUniqueId = "p-1" } });
        Assert.Equal(new ListPrompts("p-1", null), list);
        Assert.Equal(["p-1", "p-2"], listed(new PromptIds(["p-1", "p-2"])).ListPromptsResponse.UniquePromptId);
    }

    [Fact]
    public void Profiles_are_read_and_changed_for_one_session_or_shared()
    {
        var get = new GetProfilePropertyRequest { Session = "active" };
        get.Keys.Add("Name");
        var (question, answer) = Wire.AskSession<GetProfile>(new() { GetProfilePropertyRequest = get });
        Assert.Equal(["Name"], question.Keys);
        var told = Assert.Single(answer(new ProfileValues([new("Name", Value.Of("Default"))])).GetProfilePropertyResponse.Properties);
        Assert.Equal(("Name", "\"Default\""), (told.Key, told.JsonValue));

        var pair = new SetProfilePropertyRequest { Session = "all", Key = "Name", JsonValue = "\"mine\"" };
        pair.Assignments.Add(new SetProfilePropertyRequest.Types.Assignment { Key = "Badge Text", JsonValue = "1" });
        Assert.Equal([new("Name", Value.Of("mine"))], Wire.AskSession<SetProfile>(new() { SetProfilePropertyRequest = pair }).Question.Properties);

        var shared = new SetProfilePropertyRequest { GuidList = new() { Guids = { "g" } } };
        shared.Assignments.Add(new SetProfilePropertyRequest.Types.Assignment { Key = "Badge Text", JsonValue = "\"b\"" });
        var (set, answered) = Wire.Ask<SetProfiles>(new() { SetProfilePropertyRequest = shared });
        Assert.Equal(["g"], set.Guids);
        Assert.Equal(SetProfilePropertyResponse.Types.Status.Ok, answered(Done.Instance).SetProfilePropertyResponse.Status);
        Assert.Equal(SetProfilePropertyResponse.Types.Status.BadGuid, answered(Nothing).SetProfilePropertyResponse.Status);

        foreach (var bad in new SetProfilePropertyRequest[] { new() { Key = "Name", JsonValue = "1" }, new() { Session = "active", Key = "Name", JsonValue = "{" } })
        {
            Assert.Equal(
                SetProfilePropertyResponse.Types.Status.RequestMalformed,
                Wire.Now(new ClientOriginatedMessage { SetProfilePropertyRequest = bad }).SetProfilePropertyResponse.Status);
        }

        var (profiles, all) = Wire.Ask<ListProfiles>(new() { ListProfilesRequest = new() { Properties = { "Guid" } } });
        Assert.Null(profiles.Guids);
        var listed = Assert.Single(all(new ProfileList([new Dictionary<string, Value> { ["Guid"] = Value.Of("g"), ["Name"] = Value.Of("n") }])).ListProfilesResponse.Profiles);
        Assert.Equal(["Guid"], listed.Properties.Select(one => one.Key));
    }

    private static SessionInfo Info => new("n", "t", ["cat"], 1, SessionState.Running, null, 132, 43, DateTimeOffset.UnixEpoch, null, 0, 0, false);
}
