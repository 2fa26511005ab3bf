"""Common given names: they show that a name is a person's, the pronoun, and which names are variants."""

from typing import Literal

from quizengine.language.word_lists import plain_form, word_set

_MALE = word_set(
    """
    aaron abdul abraham adam adrian ahmad ahmed alan albert alejandro alexander alexei alfred ali allan allen
    alvin amir anatoly anders andré andre andreas andrei andrew andrés andres angus anthony antonio anton antony
    antoine arjun arnold arthur artur asif ashraf atul barack barry bart ben benjamin benedict bernard bernardo
    bernie bill billy björn bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan
    byron calvin carl carlos carlo cedric chad charles charlie chester chris christian christoph christopher
    chuck clarence claude claudio clayton cliff clifford clint clive colin conor corey craig curtis cyril dale
    damian damien dan daniel danny darrell darren dave david dean dennis derek desmond diego dieter dick dirk
    dmitri dmitry dmytro don donald doug douglas duncan dustin dwight earl ed eddie edgar edmund eduardo edward
    edwin eli elliot elmer elon emil emmanuel emmanuel enrico enrique eric erik ernest ernesto ethan eugene evan
    fabio felipe felix fernando fidel floyd francesco francis francisco franco françois frank franklin fred
    frederic frederick friedrich gabriel gareth garrett gary gavin gene geoff geoffrey george gerald gerard
    gerhard gilbert giorgio giovanni giuseppe glen glenn gordon graham grant greg gregory guido guillermo
    gunther gus guy hamid hans harold harry harvey hassan hector heinrich helmut henri henry herbert herman
    hiroshi horst howard hubert hugh hugo hussein ian ibrahim ignacio igor imran ismail ivan jack jacob jacques
    jaime jake jamal james jan jared jason javier jay jean-claude jeb jed jeff jeffrey jens jeremiah jeremy
    jerome jerry jim jimmy joachim joaquin joe joel johan johann john johnny jon jonas jonathan jorge josé jose
    josef joseph josh joshua juan jules julian julien hernan julio jürgen justin kamal karl keith ken kenneth
    kenji kent kevin khalid klaus kofi konrad konstantin kurt kwame kyle lance larry lars laurent lawrence lee
    leo leon leonard leonardo leroy lewis liam lindsey lionel lloyd lorenzo lou louis luca lucas luigi luis luka
    luke lyndon mahmoud malcolm manuel marc marcel marcello marco marcos marcus mario mark markus marshall
    martin marvin mathieu matt matteo matthew matthias maurice mauricio max maxim maximilian maxwell mehmet mel
    melvin michael michel miguel mike mikhail miles milton mitch mitchell mitt mohamed mohammad mohammed
    mohandas moses muhammad mustafa nathan nathaniel ned neil nelson newt niall nicholas nick nicolas nicolás
    nigel nikolai noah noel norman oleg oleksandr oliver olivier omar orlando oscar oskar otto owen pablo paolo
    patrick paul pavel pedro pete peter petr phil philip philippe phillip pierre pieter piotr rafael rahul raj
    rajesh ralph ramon ramón rand randall randy rashid raúl raul ravi ray raymond recep reginald reinhard rené
    rex ricardo richard rick rickey ricky rob robby robert roberto rod rodney rodrigo roger roland rolf roman
    ron ronald rory ross roy ruben rudolf rudy rupert russ russell ryan salvador sam samir samuel sanjay
    santiago scott sean sebastian sergei sergey sergio seth shane shaun shawn shinzo sidney sigmund silvio simon
    spencer stan stanley stefan stefano stephen sterling steve steven stewart stuart sunil sven tariq ted
    terrence thaddeus theo theodore thomas tim timothy tobias tod todd tom tomas tomás tommy tony travis trent
    trevor trey tyler umberto vernon victor viktor vin vince vincent virgil vitaly vladimir volodymyr wade
    wallace walt walter warren wayne wendell werner wilbur wilfred wilhelm will willard william willie winston
    wolfgang xavier yasser yuri yusuf yves zachary zack
    """
)
_FEMALE = word_set(
    """
    abigail ada adele adriana agatha agnes aisha alejandra alexandra alexandria alice alicia alison allison alma
    amanda amal amber amelia amina amy ana anastasia andrea angela angelina angie angela anita ann anna annabel anne
    annette annie antonia april aretha ariana arlene astrid audrey aung ava barbara beatrice beatriz becky belinda
    bernadette beth bethany betsy betty beverly bianca bonnie brenda brianna bridget brigitte britney brittany
    camila camille candace cara carla carly carmen carol carole carolina caroline carolyn cassandra catherine
    cathy cecilia celeste celia charlene charlotte chelsea cheryl chiara christiane christina christine cindy
    claire clara claudia colleen condoleezza connie constance cora cordelia cristina crystal cynthia daisy dana
    danielle daphne dawn deb debbie deborah debra delia denise diana diane dianne dolores donna dora doris dorothy
    edith eileen elaine eleanor elena elise eliza elizabeth ella ellen elsa emilia emily emma erica erika erin
    esther ethel eva eve evelyn faith fatima felicia fiona flora florence frances francesca françoise frida
    gabriela gabrielle gail gemma genevieve georgia geraldine gertrude gina giulia gladys glenda gloria grace
    greta gretchen gwen gwendolyn hannah harriet hazel heather heidi helen helena helga henrietta hilary hilda
    hillary holly hope huma ida ilse imelda ina indira ines inez ingrid irene iris irina isabel isabella isabelle
    ivanka ivy jacinda jackie jacqueline jane janet janice janine jasmine jean jeanette jeanne jeannette jenna
    jennifer jenny jessica jill joan joanna joanne jocelyn jodi josephine joy joyce juanita judith judy julia
    juliana julie juliet june kaitlyn kamala karen karin karina karla kate katharina katharine katherine kathleen
    kathryn kathy katie katrina kayla kellyanne kelsey kim kimberley kimberly kirsten kirstjen kristen kristi
    kristin kristina lana latoya laura lauren laurie lea leah leila lena leslie leticia lila lilian lillian lily
    linda lisa liz liza lois loretta lorraine louisa louise lucia lucille lucy luisa lydia lynn lynne mabel
    madeleine madeline madison magdalena maggie malala malia mandy marcia margaret margarita margot marguerite
    maria mariana marianne marie marilyn marina marion marissa marjorie marlene marsha martha martina mary matilda
    maura maureen maya megan meghan melania melanie melinda melissa mercedes meredith merkel mia michaela michele
    michelle mildred millicent mindy miranda miriam moira molly mona monica monique muriel myra nadia nadine nancy
    naomi natalia natalie natasha nellie nicola nicole nikki nina noelle nora norma octavia olga olive olivia
    oprah ophelia pam pamela patricia patsy patti paula pauline pearl peggy penelope penny petra phyllis priscilla
    rachel ramona rebecca regina renata renee rhonda rita roberta rosa rosalind rose rosemary rosie roxanne ruth
    sabrina sadie sally samantha sandra sara sarah sasha selena serena shannon sharon sheila shelly sherry shirley
    silvia simone sonia sonja sofia sophia sophie stacey stacy stella stephanie sue susan susana susanna susanne
    suzanne svetlana sybil sylvia tabitha tamara tammy tanya tara tatiana teresa tess tessa thelma theresa therese
    tiffany tina toni tracey tracy tricia tulsi ulrike una ursula valentina valerie vanessa vera verónica veronica
    vicki vicky victoria viola violet virginia vivian viviana wanda wendy whitney wilhelmina wilma winifred yasmin
    yolanda yvette yvonne zahra zainab zoe
    """
)
_EITHER = word_set(
    """
    alex andrea andy ashley blair casey cameron chris courtney dana drew hilary jamie jan jean jo jordan kelly kim
    lee leslie lindsay lynn marion morgan pat riley robin sam sandy sasha shannon sidney skyler stacy taylor terry
    tracy
    """
)
_ONE_NAME = tuple(
    map(
        word_set,
        [
            "\n        joe joseph ",
            " bill billy will william ",
            " mike michael ",
            " jim jimmy james ",
            " tom tommy thomas ",
            " bob bobby rob\n        robert ",
            " dick rick rich richard ",
            " ted ed eddie edward theodore ",
            " dan danny daniel ",
            " dave david ",
            " steve steven\n        stephen ",
            " chris christopher ",
            " matt matthew ",
            " ben benjamin ",
            " sam samuel ",
            " tim timothy ",
            " tony anthony ",
            " chuck\n        charlie charles ",
            " ron ronald ",
            " ken kenneth ",
            " jeff jeffrey geoffrey ",
            " greg gregory ",
            " liz beth betty elizabeth ",
            "\n        kate kathy katie katherine catherine ",
            " sue susan ",
            " debbie deborah ",
            " andy drew andrew ",
            " nick nicholas ",
            " bernie\n        bernard ",
            " don donald ",
            " pete peter ",
            " phil philip phillip ",
            " larry lawrence ",
            " jerry gerald jeremiah ",
            " fred\n        frederick ",
            " jon jonathan ",
            " josh joshua ",
            " max maximilian maxwell ",
            " pat patrick patricia ",
            " alex alexander\n        alexandra ",
            " jack john johnny ",
            " vlad vladimir ",
            " jenny jennifer ",
            " maggie peggy margaret ",
            " mitch mitchell ",
            " ray\n        raymond ",
            " stan stanley ",
            " walt walter ",
            " vin vince vincent ",
            " barb barbara ",
            " cindy cynthia ",
            " pam pamela ",
            " doug\n        douglas ",
            " herb herbert\n        ",
        ],
    )
)


def is_given_name(token: str) -> bool:
    """Return whether the token is a common given name, whatever its case."""
    name = plain_form(token)
    return name in _MALE or name in _FEMALE or name in _EITHER


def pronoun_for(token: str) -> Literal["he", "she", ""]:
    """Return "he" or "she" where nearly all bearers of this given name agree; empty otherwise."""
    name = plain_form(token)
    if name in _EITHER or (name in _MALE) == (name in _FEMALE):
        return ""
    return "he" if name in _MALE else "she"


def same_given_name(one: str, other: str) -> bool:
    """Return whether two given names may be one: equal, an initial of the other, or its short form (Joe, Joseph)."""
    a, b = plain_form(one), plain_form(other)
    if a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1]):
        return True
    return any(a in group and b in group for group in _ONE_NAME)
